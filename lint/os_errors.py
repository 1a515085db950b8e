"""What the system refused, in Chinese: its own words are English, or none that help."""

import errno

_SAID = {
    errno.ENOSPC: ("磁盘满了", "请腾出空间，或者换一个磁盘"),
    errno.EACCES: ("没有权限", "请检查文件夹权限，或者关掉正打开它的程序"),
    errno.EPERM: ("没有权限", "请检查文件夹权限，或者关掉正打开它的程序"),
    errno.EROFS: ("那里只能读，不能写", "请换一个能写的文件夹"),
    errno.ENAMETOOLONG: ("文件名太长", "请把文件名写短一些"),
    errno.ENOENT: ("没有这个路径", "请检查路径"),
    errno.EEXIST: ("路径中间有一段是文件，不是文件夹", "请换一个路径"),
    errno.ENOTDIR: ("路径中间有一段是文件，不是文件夹", "请换一个路径"),
    errno.EISDIR: ("那是一个文件夹", "请写明文件名"),
    errno.EFBIG: ("文件太大，那里放不下", "请换一个磁盘，或者分几次做"),
    errno.EINVAL: ("路径里有用不了的字符", "请换一个文件名"),
    errno.ELOOP: ("链接绕成了圈", "请换一个路径"),
    errno.EIO: ("磁盘读写出错", "请检查磁盘，或者换一个磁盘"),
    errno.EBUSY: ("别的程序正占用着", "请关掉正打开它的程序"),
    errno.ETXTBSY: ("别的程序正占用着", "请关掉正打开它的程序"),
    errno.EMFILE: ("同时打开的文件太多", "请关掉一些程序"),
    errno.ENFILE: ("同时打开的文件太多", "请关掉一些程序"),
    errno.ENOMEM: ("内存不够", "请关掉一些程序"),
    errno.EADDRINUSE: ("别的程序正占用着", "请换一个"),
    errno.EADDRNOTAVAIL: ("这台电脑上没有这个地址", "请换一个"),
}
if hasattr(errno, "EDQUOT"):  # Windows has no quotas
    _SAID[errno.EDQUOT] = ("磁盘配额用完了", "请腾出空间，或者换一个磁盘")


def why(error: OSError) -> str:
    """What is the matter, without a full stop: 磁盘满了. For what is not in the list the system's number."""
    if error.errno is None:
        return "系统没有说明原因"
    return _SAID[error.errno][0] if error.errno in _SAID else f"系统错误 {error.errno}"


def what_to_do(error: OSError) -> str:
    """What helps, without a full stop: 请腾出空间，或者换一个磁盘."""
    return _SAID[error.errno][1] if error.errno in _SAID else "请检查磁盘和路径，再运行一次"


def told(error: OSError) -> str:
    """Both: 磁盘满了。请腾出空间，或者换一个磁盘。"""
    return f"{why(error)}。{what_to_do(error)}。"
