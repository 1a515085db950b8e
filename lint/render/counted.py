"""How many files a run met and what became of them: said in the same words by every output."""


def counted(checked: int, others: int, failures: int) -> str:
    """读到 8 份、核对 7 份、不是这类报告 1 份、没有读成 2 份.

    What was read is what was checked and what is no report of the kind that the checklist is for; what could not be
    read comes on top. Of the last two a number of none is not said."""
    said = f"读到 {checked + others} 份、核对 {checked} 份"
    said += f"、不是这类报告 {others} 份" if others else ""
    return said + (f"、没有读成 {failures} 份" if failures else "")
