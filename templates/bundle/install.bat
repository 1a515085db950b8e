@echo off
rem Finds Python @VERSION@ and hands over to program\install.py. CRLF, GB2312: see lint/bundle/scripts.py.
setlocal DisableDelayedExpansion
chcp 936 >nul
title 清单体检 安装
set "HERE=%~dp0"
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
if not exist "%HERE%program\install.py" goto unpack

py -@VERSION@ -c "import sys; sys.exit(sys.version_info[:2] != (@VERSION_TUPLE@))" >nul 2>nul && goto by_launcher
python -c "import sys; sys.exit(sys.version_info[:2] != (@VERSION_TUPLE@))" >nul 2>nul && goto by_path
goto no_python

:by_launcher
py -@VERSION@ -I "%HERE%program\install.py"
goto end

:by_path
python -I "%HERE%program\install.py"
goto end

:no_python
echo.
echo 这台电脑上没有找到 Python @VERSION@，没有安装。
echo.
echo 请在能上网的电脑上打开 https://www.python.org/downloads/windows/ ，
echo 找到 Python @VERSION@ 里有“@PYTHON_INSTALLER@”的最新一个，下载后拷到这台电脑上，
echo 双击运行，勾选“Add python.exe to PATH”，再点“Install Now”。
echo 没有管理员权限的话，先去掉“Use admin privileges when installing py.exe”前的勾。
echo 装好以后，再双击“安装.bat”。
goto end

:unpack
echo.
echo 请先把压缩包全部解压到一个文件夹，再双击里面的“安装.bat”。

:end
echo.
pause
