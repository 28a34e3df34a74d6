@echo off
rem Installs the counter program for the user who runs this; asks for no administrator. Again: a newer version over an older one.
rem With /all-users, as administrator or by a group policy: into Program Files, from where AppLocker lets programs start.
rem The window of a double click waits for a key before it closes; with /all-users nothing waits.
setlocal
set "WAIT=pause"
if /i "%~1"=="/all-users" set "WAIT=ver >nul"
set "HERE=%~dp0"
set "PLACE=%LOCALAPPDATA%\Programs\dawr-counter"
set "MENU=Programs"
if /i "%~1"=="/all-users" set "PLACE=%ProgramFiles%\Dawr Counter"
if /i "%~1"=="/all-users" set "MENU=CommonPrograms"
if not exist "%HERE%program\python\pythonw.exe" (
  where pyw >nul 2>nul || (echo install.cmd: this package was built without Python, and there is none on this PC & %WAIT% & exit /b 1)
)
robocopy "%HERE%program" "%PLACE%" /MIR /NFL /NDL /NJH /NJS >nul
if errorlevel 8 (echo install.cmd: the files could not be copied to %PLACE%; close the counter program and try again & %WAIT% & exit /b 1)
powershell -NoProfile -Command "$s=(New-Object -ComObject WScript.Shell).CreateShortcut([Environment]::GetFolderPath('%MENU%')+'\Dawr counter.lnk'); $s.TargetPath='%PLACE%\counter.cmd'; $s.WindowStyle=7; $s.Save()"
echo installed: %PLACE%
echo next, as the agent: "%PLACE%\counter.cmd" pair counter --hall URL --code CODE
echo then start "Dawr counter" from the start menu; pairing writes the hall's address and the counter's number into the agent's %%APPDATA%%\dawr\counter.toml
%WAIT%
