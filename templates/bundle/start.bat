@echo off
rem Starts the page without a console window. CRLF, GB2312: see lint/bundle/scripts.py.
setlocal DisableDelayedExpansion
if not exist "%~dp0venv\installed.txt" goto missing
if not exist "%~dp0venv\Scripts\pythonw.exe" goto missing
start "" "%~dp0venv\Scripts\pythonw.exe" -I -m lint.cli.gui
exit /b 0

:missing
chcp 936 >nul
title 清单体检
echo.
echo 还没有安装，或者没有装完。请先双击“安装.bat”。
echo.
pause
exit /b 1
