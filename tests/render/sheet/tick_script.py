"""Run by LibreOffice's own Python: ticks boxes of a sheet as its window does, and saves the file anew.

Arguments: the office's program, a profile (URL), the file, the file to write, then "row:label" for each box, the row
by the number printed in it.
"""

import contextlib
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.uno import Exception as UnoException

_WAIT = 90  # seconds for the office to come up
_FILTER = "MS Word 2007 XML"


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _context(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _WAIT
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            if context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context) is not None:
                return context
        except UnoException:
            if office.poll() is not None:
                raise
        if time.monotonic() > until:
            raise TimeoutError("the office does not answer")
        time.sleep(0.2)


def _portions(cell):
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        portions = paragraphs.nextElement().createEnumeration()
        while portions.hasMoreElements():
            yield portions.nextElement()


def _tick(document, wanted):
    """Tick the boxes before the wanted labels; how many were found."""
    ticked = 0
    tables = document.getTextTables()
    for at in range(tables.getCount()):
        table = tables.getByIndex(at)
        numbers = {name[1:]: table.getCellByName(name).getString() for name in table.getCellNames() if name[0] == "A"}
        for name in table.getCellNames():
            number = numbers.get(name.lstrip("ABCDEFGHIJ"), "")
            box = None
            for portion in _portions(table.getCellByName(name)):
                if portion.TextPortionType == "ContentControl":
                    control = portion.ContentControl
                    box = control if control.Checkbox else None
                elif box is not None and portion.getString():
                    if (number, portion.getString().split("\n")[0].strip()) in wanted:
                        box.Checked = True
                        box.setString("☑")
                        ticked += 1
                    box = None
    return ticked


def main():
    program, profile, source, target, *boxes = sys.argv[1:]
    pipe = f"qingdan-{uuid.uuid4().hex}"
    office = subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={profile}",
            f"--accept=pipe,name={pipe};urp;",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    context = None
    try:
        context = _context(pipe, office)
        services = context.ServiceManager
        document = services.createInstanceWithContext("com.sun.star.text.TextDocument", context)
        document.load((_property("URL", uno.systemPathToFileUrl(source)), _property("FilterName", _FILTER)))
        print(_tick(document, {tuple(box.split(":")) for box in boxes}))
        document.storeToURL(uno.systemPathToFileUrl(target), (_property("FilterName", _FILTER),))
        document.dispose()
    finally:
        if context is not None:
            with contextlib.suppress(UnoException):
                context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        try:
            office.wait(30)
        except subprocess.TimeoutExpired:
            office.kill()


main()
