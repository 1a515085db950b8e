"""Personal data that must not stand in a published report (民法典 1034)."""

import re
from collections.abc import Callable, Iterable

from lint.checklist.model import PrivacyRule
from lint.checks.context import Context
from lint.checks.results import Finding, SourceSpan
from lint.checks.rules.privacy_names import lawyers, officials, people
from lint.checks.rules.say import finding
from lint.document.lazy import lazy

_LONG = lazy(r"[0-9][0-9-]{9,22}[0-9Xx]")
_IDENTITY = lazy(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_MOBILE = lazy(r"(?<![0-9A-Za-z.])1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}(?![0-9A-Za-z])")
_OFFICE_PHONE = lazy(r"(?:监督|举报|投诉|服务|值班|咨询|办公|联系|求助|热线)(?:电话|热线|方式)?[^，。；]{0,8}$")
_ACCOUNT = lazy(r"(?<![0-9A-Za-z])[0-9]{15,19}(?![0-9A-Za-z])")
_ACCOUNT_CUE = lazy(r"(?:账号|帐号|账户|帐户|卡号|银行卡|存折|开户)[^，。；]{0,12}$")
_HOME = lazy(
    r"(?:家住|家庭住址|家庭地址|现住址?|住址|户籍(?:地|所在地|地址)|居住(?:于|在)|租住(?:于|在))[为是：]?"
    r"[^，。；\n]{2,36}?(?:[0-9]+|[一二三四五六七八九十]+)(?:号|室|组|栋|幢|单元)(?:[0-9]+(?:室|号|单元|栋))*"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Numbers, addresses and names, each kind of them one finding."""
    return [*_numbers(context, rule), *people(context, rule), *officials(context, rule), *lawyers(context, rule)]


def _divided(spans: list[SourceSpan], test: Callable[[SourceSpan], bool]) -> tuple[list[SourceSpan], list[SourceSpan]]:
    """The spans that pass a test, and the others."""
    return [span for span in spans if test(span)], [span for span in spans if not test(span)]


def _numbers(context: Context, rule: PrivacyRule) -> list[Finding]:
    report, text = context.report, context.report.text
    identities: list[SourceSpan] = []
    mobiles: list[SourceSpan] = []
    accounts: list[SourceSpan] = []
    if _LONG.search(text):
        identities = [match.span() for match in _IDENTITY.finditer(text)]
        mobiles = [match.span() for match in _MOBILE.finditer(text)]
        known = set(identities)
        accounts = [m.span() for m in _ACCOUNT.finditer(text) if m.span() not in known and _is_account(text, m)]
    identities, mobiles, accounts = (
        [span for span in spans if _is_one_number(context, span)] for spans in (identities, mobiles, accounts)
    )
    sure, doubtful = _divided(identities, lambda span: valid_identity(text[slice(*span)]))
    office, private = _divided(mobiles, lambda span: bool(_OFFICE_PHONE.search(text[max(0, span[0] - 14) : span[0]])))
    homes = [match.span() for match in _HOME.finditer(text)]
    kinds: tuple[tuple[Iterable[tuple[int, int]], str, str], ...] = (
        (sure, "error", "出现了居民身份证号码，属于个人信息，公开前请删去或者遮蔽。"),
        (doubtful, "warning", "出现了像身份证号码的数字，但校验位不符，请核对；如是，公开前请删去。"),
        (private, "error", "出现了手机号码，属于个人信息，公开前请删去或者遮蔽。"),
        (office, "hint", "这里用手机号码作联系方式，公开前请确认是单位公布的号码。"),
        (accounts, "error", "出现了银行账号，属于个人信息，公开前请删去。"),
        (homes, "warning", "出现了详细住址，公开时写到乡镇、街道为止，请删去门牌、村组。"),
    )
    found = []
    for spans, severity, words in kinds:
        places: list[SourceSpan] = [report.source(*span) for span in spans]
        if places:
            found.append(finding(rule, words, places, severity=severity, private=True))
    return found


def _is_one_number(context: Context, span: tuple[int, int]) -> bool:
    """Whether the source writes the figures as one number: not as the cells of a table, nor as single ones apart."""
    start, end = context.report.source(*span)
    printed = context.report.document.text[start:end]
    groups = printed.split()
    return "\t" not in printed and (len(groups) < 3 or all(len(group) > 1 for group in groups[:-1]))


def _is_account(text: str, match: re.Match[str]) -> bool:
    """Whether a long number is a bank account: a word before it says so, or it is a valid card number."""
    before = text[max(0, match.start() - 20) : match.start()]
    return _ACCOUNT_CUE.search(before) is not None or (match[0].startswith("62") and luhn(match[0]))


def valid_identity(number: str) -> bool:
    """Whether the check digit of an 18-digit identity number is right."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def luhn(number: str) -> bool:
    """Whether the check digit of a bank card number is right."""
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = int(char) * (1 + place % 2)
        total += digit if digit < 10 else digit - 9
    return total % 10 == 0
