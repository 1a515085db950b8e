"""Old Word files (.doc, and the .wps of WPS) → .docx in pure Python, with what may have been lost on the way."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from lint.readers.errors import ReadError
from lint.readers.limits import Limits
from lint.readers.sniff import ENCRYPTED, NOT_WORD

UNKNOWN_LOSS = "个别内容"

_LOSSES = {
    "MAIN_TEXTBOX_TABLE_MALFORMED": "文本框",
    "GROUPED_MAIN_TEXTBOXES_DEFERRED": "文本框",
    "OFFICEART_MALFORMED": "文本框",
    "HEADER_FOOTER_TABLE_MALFORMED": "页眉页脚",
    "GROUPED_HEADER_TEXTBOXES_DEFERRED": "页眉页脚",
    "NUMBERING_TABLE_MALFORMED": "自动编号",
    "LIST_NUMBER_FORMAT_APPROXIMATED": "自动编号",
    "STYLE_TABLE_MALFORMED": "自动编号",
    "NOTE_REFERENCE_DEFERRED": "脚注",
    "UNTERMINATED_FIELD": "域",
    "INVALID_UTF16": "个别字",
}
# Diagnostics about layout, pictures, comments, bookmarks, metadata, and fields whose shown result is kept. A code that
# is in neither list counts as a loss.
HARMLESS = frozenset({
    "ACTIVE_FIELDS_FLATTENED", "BOOKMARK_BOUNDARY_APPROXIMATED", "BOOKMARK_TABLE_MALFORMED",
    "BOOKMARK_TERMINAL_CP_COMPATIBILITY", "BREAK_KIND_APPROXIMATED", "BROKEN_BOOKMARK_FIELDS_FLATTENED",
    "BROKEN_LISTNUM_FIELDS_FLATTENED", "BROKEN_SEQUENCE_FIELDS_FLATTENED", "BROKEN_STYLE_FIELDS_FLATTENED",
    "CFB_DIRECTORY_REPAIRED", "CLX_TRAILING_DATA", "COMMENT_BOOKMARK_TERMINAL_CP_REPAIRED",
    "COMMENT_MARKER_MISSING_SKIPPED", "COMMENT_MARKER_POSITION_REPAIRED", "CONVERSION_COMPLETE",
    "DOCUMENT_PROTECTION_CONFLICT_REPAIRED", "DOCUMENT_PROTECTION_PASSWORD_DROPPED",
    "EMPTY_ANNOTATION_BOOKMARK_SKIPPED", "EMPTY_COMMENT_BOOKMARK_TABLES_REPAIRED", "EMPTY_HEADER_TABLE_REPAIRED",
    "EXTRA_LIST_NAMES_IGNORED", "FIELDS_FLATTENED", "FIELD_CHARACTER_SPECIAL_MISSING", "FIELD_END_FLAGS_APPROXIMATED",
    "FIELD_INSTRUCTION_CONTROLS_REMOVED", "FIELD_NESTING_FLAG_INCONSISTENT", "FIELD_SEPARATOR_FLAG_REPAIRED",
    "FLOATING_PICTURE_FORMAT_DEFERRED", "FLOATING_PICTURE_WRAP_APPROXIMATED", "FLOATING_SHAPE_GEOMETRY_APPROXIMATED",
    "FLOATING_SHAPE_STYLE_APPROXIMATED", "FLOATING_SHAPE_TYPES_DEFERRED", "GROUPED_FLOATING_FRAME_FLATTENED",
    "GROUPED_FLOATING_LINES_UNGROUPED", "GROUPED_HEADER_TEXTBOXES_UNGROUPED", "GROUPED_MAIN_TEXTBOXES_UNGROUPED",
    "HEADER_TEXTBOX_STYLE_APPROXIMATED", "INLINE_BINARY_DATA_DEFERRED", "INLINE_BINARY_DATA_MALFORMED",
    "INLINE_PICTURE_ANCHOR_INVALID", "INLINE_PICTURE_DATA_STREAM_MISSING", "INLINE_PICTURE_FORMAT_DEFERRED",
    "INLINE_PICTURE_MALFORMED", "LINKED_HEADER_TEXTBOXES_FLATTENED", "LINKED_MAIN_TEXTBOXES_FLATTENED",
    "MACRO_STORY_OMITTED", "MAIN_TEXTBOX_STYLE_APPROXIMATED", "MALFORMED_TABLE_FLATTENED",
    "MISSING_ANNOTATION_BOOKMARK_SKIPPED", "MISSING_REFERENCED_STYLES", "OBJECT_ANCHOR_DEFERRED",
    "OLE_OBJECTS_UNANCHORED", "OLE_OBJECT_OMITTED", "OLE_OBJECT_STORAGE_MISSING", "PICTURES_DEFERRED",
    "SECONDARY_STORY_BOOKMARKS_DEFERRED", "SECTION_BOUNDARY_NOT_FOUND", "SECTION_DUPLICATE_CP_REPAIRED",
    "SECTION_GRID_INCOMPLETE", "SECTION_MARGIN_DEFAULTED", "STYLE_KINDS_DEFERRED", "STYLE_RELATIVE_TOGGLES_RESOLVED",
    "SUMMARY_INFORMATION_CODEPAGE_APPROXIMATED", "SUMMARY_INFORMATION_CODEPAGE_DEFAULTED",
    "SUMMARY_INFORMATION_MALFORMED", "SUMMARY_INFORMATION_PROPERTY_SKIPPED", "SUMMARY_INFORMATION_TEXT_REPAIRED",
    "TABLE_CELL_DEFINITION_MISMATCH", "TABLE_DEPTH_LIMITED", "TABLE_GRID_MISMATCH", "TABLE_MARKER_DEFERRED",
    "TRACK_REVISIONS_REPAIRED", "UNASSIGNED_LANGUAGE_LID_REPAIRED", "UNASSIGNED_STYLE_LANGUAGE_LID_REPAIRED",
    "UNDECLARED_FIELDS_FLATTENED", "UNKNOWN_FIELD_TYPES", "UNNAMED_FONT_SLOT_REPAIRED", "UNSUPPORTED_CHARACTER_SPRMS",
    "UNSUPPORTED_CONTROL_CHARACTER", "UNSUPPORTED_LIST_LEVEL_CHARACTER_SPRMS",
    "UNSUPPORTED_LIST_LEVEL_PARAGRAPH_SPRMS", "UNSUPPORTED_PARAGRAPH_SPRMS", "UNSUPPORTED_PRM0_VALUES",
    "UNSUPPORTED_SECTION_SPRMS", "UNSUPPORTED_STYLE_CHARACTER_SPRMS", "UNSUPPORTED_STYLE_PARAGRAPH_SPRMS",
    "UNSUPPORTED_STYLE_TABLE_SPRMS",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Translated:
    """A .docx, and what of the text may not have come over (Chinese nouns, "文本框"), each once."""

    package: bytes
    losses: tuple[str, ...]


def translate(data: bytes, *, limits: Limits) -> Translated | None:
    """The .docx of an old Word file, or None where the converter cannot read it.

    Raises ReadError where there is nothing to convert: a password, or no Word document at all.
    """
    from doc2docx import convert  # noqa: PLC0415  0.1 s that other formats do without
    from doc2docx.cfb import CompoundFile, CompoundFileLimits  # noqa: PLC0415
    from doc2docx.errors import EncryptedDocumentError  # noqa: PLC0415

    bounds = CompoundFileLimits(limits.max_bytes, limits.max_unpacked, max_directory_entries=100_000)
    with tempfile.TemporaryDirectory(prefix="qingdan-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "report.doc", Path(folder) / "report.docx"
        try:
            _check_kind({entry.path.casefold() for entry in CompoundFile(data, limits=bounds).entries})
            source.write_bytes(data)
            report = convert(source, target, limits=bounds).report
            package = target.read_bytes() if target.stat().st_size <= limits.max_unpacked else b""
        except (ReadError, MemoryError):
            raise
        except EncryptedDocumentError:
            raise ReadError(ENCRYPTED) from None
        except Exception:  # a young library and bytes that may be anything: LibreOffice or a sentence comes next
            return None
    codes = [diagnostic.code for diagnostic in report.diagnostics if diagnostic.code not in HARMLESS]
    return Translated(package, tuple(dict.fromkeys(_LOSSES.get(code, UNKNOWN_LOSS) for code in codes)))


def _check_kind(streams: set[str]) -> None:
    """A workbook may hold a Word document as an embedded object, so only the outermost streams count."""
    if "worddocument" not in streams and streams & {"workbook", "book", "powerpoint document"}:
        raise ReadError(NOT_WORD)
