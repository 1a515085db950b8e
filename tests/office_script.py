"""Run by LibreOffice's own Python (/usr/bin/python3 has `uno`): opens files in one office and tells what it sees.

Reads one request a line from standard input, {"path": …}, and writes one answer a line:
{"comments": [[author, initials, text, anchored words]], "text": …} or {"error": …}.
"""

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.uno import Exception as UnoException

_WAIT = 90  # seconds for the office to come up


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connect(pipe, office):
    """Services, context and desktop of the office once it is up; before, it answers with objects not yet whole."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _WAIT
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            services = context.ServiceManager
            desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            if desktop is not None:
                return services, context, desktop
        except UnoException:
            if office.poll() is not None:
                raise
        if time.monotonic() > until:
            raise TimeoutError("the office does not answer")
        time.sleep(0.2)


def _look(services, context, request):
    # Loaded without a window: the packages without a user interface have no margin to show comments in, and die of it.
    document = services.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    url = uno.systemPathToFileUrl(request["path"])
    document.load((_property("URL", url), _property("FilterName", "MS Word 2007 XML")))
    try:
        comments = []
        fields = document.getTextFields().createEnumeration()
        while fields.hasMoreElements():
            each = fields.nextElement()
            if each.supportsService("com.sun.star.text.textfield.Annotation"):
                words = each.getAnchor().getString()
                comments.append([each.Author, each.Initials, each.Content, words])
        return {"comments": comments, "text": document.getText().getString()}
    finally:
        document.dispose()


def main():
    program, pipe, profile = sys.argv[1:]
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
    try:
        services, context, desktop = _connect(pipe, office)
        for line in sys.stdin:
            try:
                answer = _look(services, context, json.loads(line))
            except Exception as error:  # told to the test, which fails with it
                answer = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(answer), flush=True)
        desktop.terminate()
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()


main()
