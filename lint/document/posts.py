"""The posts of persons: 镇党委副书记、镇长."""

from lint.document.lazy import lazy

# The post of a person with the body it is held in: 镇党委副书记、镇长; 局党组书记 is another post than 镇党委书记.
POST = (
    r"(?:(?:(?:街道|[村镇乡县市区旗州局])?(?:党组|党委|党工委|党总支|党支部)|[县市区旗州镇乡]委|委员会|街道|社区|[村镇乡])?(?:副|第一)?书记"
    r"|[局乡镇县区市州旗馆队院社]长|(?:管委会|街道办|办事处|办公室|局|[村居]委会|[村居]民委员会)?主任"
    r"|(?:党组|党委|党工委|政府|办事处|管委会|局)主要负责(?:人|同志))"
)
POSTS = rf"{POST}(?:(?:、|兼|兼任)[\u4e00-\u9fff]{{0,8}}?{POST}){{0,5}}"
NAME = r"(?:[\u4e00-\u9fff×*]{1,3}(?![乡镇区县市道局府会委办村社厅长记任席])[\u4e00-\u9fff×*])"
_AFTER = r"$|[0-9（），]|二[〇零]|年度|关于|履行|落实|推进|述|同志"
_POSTS = lazy(rf"{POSTS}(?={_AFTER}|{NAME}(?:{_AFTER}))")
_HOLDS = lazy(
    rf"(?:作为|身为|担任|(?<![前历时原主责信委专])任(?!务)|本人系|本人是|我是|我系)[^，。；：]{{0,24}}?({POSTS})(?=，|。|；|、|我|期间|以来|已|至今|[满有][0-9一二三四五六七八九]|[0-9])"
)


def post_in(words: str) -> str:
    """The post that a title or the line of a person tells, "" when it tells none: 镇党委副书记、镇长."""
    found = _POSTS.search(words)
    return found[0] if found else ""


def post_held(opening: str) -> str:
    """The post that a person claims in the first sentences (作为镇党委书记，我…), "" when none is claimed."""
    found = _HOLDS.search(opening)
    return found[1] if found else ""
