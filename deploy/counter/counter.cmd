@echo off
rem Without a word: the counter program. "counter.cmd pair counter --hall URL --code CODE" enrols this PC,
rem "counter.cmd check" says all that is wrong in its settings.
setlocal
set "HERE=%~dp0"
set "CONF=%APPDATA%\dawr"
set DAWR_ENVIRONMENT=ready
set "PYTHONPATH=%HERE%lib"
set PYTHONNOUSERSITE=1
if not exist "%CONF%" mkdir "%CONF%"
if not exist "%CONF%\counter.toml" copy /y "%HERE%counter.toml" "%CONF%\counter.toml" >nul
if /i "%~1"=="pair" goto pair
if /i "%~1"=="check" goto check
set "PYTHON=%HERE%python\pythonw.exe"
if not exist "%PYTHON%" set "PYTHON=pyw"
start "" "%PYTHON%" "%HERE%main.py" counter --config "%CONF%\counter.toml" %*
exit /b 0
:pair
set "PYTHON=%HERE%python\python.exe"
if not exist "%PYTHON%" set "PYTHON=py"
"%PYTHON%" "%HERE%main.py" %* --token-file "%CONF%\counter.token" --settings "%CONF%\counter.toml"
exit /b %ERRORLEVEL%
:check
set "PYTHON=%HERE%python\python.exe"
if not exist "%PYTHON%" set "PYTHON=py"
"%PYTHON%" "%HERE%main.py" config check "%CONF%\counter.toml"
