"""Names of private persons after a word that says who they are; named officials and lawyers (hints)."""

import re
from functools import lru_cache

from lint.checklist.model import PrivacyRule
from lint.checks.context import Context
from lint.checks.results import Finding, SourceSpan
from lint.checks.say import finding

_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|长孙|司徒|司空|端木|百里|呼延"
# what may follow a name
_AFTER = r"(?=[，。、；：（\n]|与|和[^解谐睦好]|及|因|诉|称|说|向|家|在|对|等|将|被|把|以|之间|夫妇|夫妻|一家|老人|同志|某|于|为|的|户|的|反映|申请|起诉|到|之|不服|[0-9]|$)"
# words that begin with a character that is also a surname
_WORDS = re.compile(
    r"安全|安置|安居|安宁|安心|安排|安稳|方便|方可|方式|方法|方面|方案|高度|高兴|高频|高龄|高效|高额|高空|高标|高质|高级|常年|常态|常用|常见|常住|万元|万余|万人|和解|和谐|和睦|和好|和平|应当|应诉|应急|应有|应得|应缴|"
    r"文明|文化|文书|文件|文体|平安|平等|平时|平均|平稳|金额|金融|金牌|成功|成立|成效|成员|成为|成年|时间|时常|全部|全体|全程|全面|全家|全年|计划|计生|向上|石油|白天|马上|马路|钱款|钱物|雷同|龙头|龙舟|"
    r"周边|周围|周到|周期|周末|周知|严格|严重|严肃|严厉|严禁|康复|康养|黄金|温暖|温馨|连续|连带|连同|连心|解决|解释|解除|解纷|解答|包括|包容|包村|包保|牛羊|郑重|许可|许多|何时|何种|何以|何人|施工|施暴|曾经|曾因|曾在|曾于|"
    r"范围|范本|任何|任意|任务|任职|武力|武装|夏季|夏收|田间|田地|田园|陆续|江湖|史料|顾虑|侯审|黎明|易地|易于|易发|乔迁|赖以|陈述|陈情|申请|申诉|申报|于是|于年|于某|于次|单位|单独|单方|权利|权益|习惯|习俗|"
    r"明确|明显|明白|明知|明年|幸福|房屋|房产|水平|水电|水库|柴火|强烈|强行|强制|聚集|党员|党群|车辆|车祸|路面|路边|路过|沙石|苗木|项目|伍元|樊篱|关系|关注|关心|关于|宁静|宁可|"
    r"谢绝|谢意|管理|管控|喻示|喜|章程|祝|苏醒|花费|费用|贝|水|齐全|齐心|齐|冷|程序|程度|毛利|毛病|云|纪律|纪检|屈|席|季|麻|贾|娄|危房|危险|童年|盛|林地|林木|林权|林区|林业|钟情|徐徐|骆|万|夏粮|"
    r"倪|汤|滕|罗列|毕竟|毕业|郝|邬|余款|余额|余名|余人|余户|余次|元|卜|孟|穆|萧|尹|姚|邵|汪|祁|禹|狄|米|臧|伏|戴着|谈|宋代|茅|庞大|熊|纪|舒心|舒适|屈服|项|董事|梁|杜绝|阮|蓝天|闵|席位|季度|强|代表|代理|代办|代为"
)
_POSTS = "书记|乡长|镇长|主任|县长|区长|局长|所长|站长|委员|部长|科长|主席|支书|队长|庭长|院长|检察长"
_OFFICIAL_AFTER = r"(?=任|同志|担任|主讲|为[^，。]{0,6}组长|带队|带领|率|、[^，。]{0,8}(?:书记|乡长|镇长|主任|委员|局长|所长))"
_HONOUR = re.compile(r"获评|荣获|表彰|授予|先进个人|道德模范|最美|劳动模范|好人")
MASKS = "某×*xX"


def people(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Private persons by name."""
    if not rule.cues or not rule.surnames:
        return []
    report, text = context.report, context.report.text
    plain: list[SourceSpan] = []
    honoured: list[SourceSpan] = []
    for match in _people(rule.cues, rule.surnames).finditer(text):
        name = match["name"]
        if _is_word(name):
            continue
        index = report.sentence_index(match.start())
        sentence = report.sentences[index] if index is not None else None
        around = text[sentence.start : sentence.end] if sentence else ""
        (honoured if _HONOUR.search(around) else plain).append(report.source(match.start(), match.end("name")))
    found = []
    if plain:
        words = "写出了当事人、群众的姓名，属于个人信息，公开时请隐去，如“村民张某”。"
        found.append(finding(rule, words, plain, severity="error", private=True))
    if honoured:
        words = "这里写出了群众的姓名，公开前请确认已征得本人同意。"
        found.append(finding(rule, words, honoured, severity="hint", private=True))
    return found


def officials(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Officials by name: lawful, but the office is enough."""
    if not rule.surnames:
        return []
    report = context.report
    places = [
        report.source(match.start("name"), match.end("name"))
        for match in _officials(rule.surnames).finditer(report.text)
        if not _is_word(match["name"])
    ]
    if not places:
        return []
    return [finding(rule, "这里列出了干部的姓名；公开的报告写职务即可，人员变动后也不过时。", places, severity="hint")]


def lawyers(context: Context, rule: PrivacyRule) -> list[Finding]:
    """Lawyers by name."""
    if not rule.surnames:
        return []
    report = context.report
    places = [
        report.source(match.start("name"), match.end("name"))
        for match in _lawyers(rule.surnames).finditer(report.text)
        if not _is_word(match["name"])
    ]
    if not places:
        return []
    words = "这里写出了律师的姓名；公开的报告写“聘请律师1名”即可。"
    return [finding(rule, words, places, severity="hint", private=True)]


def _is_word(name: str) -> bool:
    return _WORDS.match(name) is not None or any(mask in name for mask in MASKS)


def _name(surnames: str) -> str:
    return rf"(?P<name>(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{surnames}][\u4e00-\u9fff]{{1,2}})"


@lru_cache(maxsize=8)
def _people(cues: tuple[str, ...], surnames: str) -> re.Pattern[str]:
    ordered = "|".join(map(re.escape, sorted(cues, key=len, reverse=True)))
    return re.compile(rf"(?:{ordered})[：（]?{_name(surnames)}{_AFTER}")


@lru_cache(maxsize=8)
def _officials(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_POSTS}){_name(surnames)}{_OFFICIAL_AFTER}")


@lru_cache(maxsize=8)
def _lawyers(surnames: str) -> re.Pattern[str]:
    return re.compile(rf"(?:的|聘请|聘用|为|由|：|、|事务所){_name(surnames)}律师(?!事务所|团|队|协会|服务|行业)")
