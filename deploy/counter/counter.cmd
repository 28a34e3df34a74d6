@echo off
rem Without a word: the counter program. "counter.cmd pair counter --hall URL --code CODE" enrols this PC.
setlocal
set "HERE=%~dp0"
set "CONF=%APPDATA%\dawr"
set DAWR_ENVIRONMENT=ready
set "PYTHONPATH=%HERE%lib"
set PYTHONNOUSERSITE=1
if /i "%~1"=="pair" goto pair
set "PYTHON=%HERE%python\pythonw.exe"
if not exist "%PYTHON%" set "PYTHON=pyw"
start "" "%PYTHON%" "%HERE%main.py" counter --token-file "%CONF%\counter.token" "@%CONF%\counter.conf" %*
exit /b 0
:pair
set "PYTHON=%HERE%python\python.exe"
if not exist "%PYTHON%" set "PYTHON=py"
"%PYTHON%" "%HERE%main.py" %* --token-file "%CONF%\counter.token" --settings "%CONF%\counter.conf"
