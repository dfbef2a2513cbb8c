@echo off
rem PiiDocs on the command line: builds what is missing or out of date, then runs it.
setlocal
set ROOT=%~dp0
set PROGRAM=%ROOT%artifacts\bin\Cli\release\piidocs.dll
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where dotnet >nul 2>nul
if errorlevel 1 (
  echo piidocs: the .NET SDK 10 was not found; install it, so that the command dotnet is there. 1>&2
  exit /b 3
)
rem The build itself finds out in a second or two that nothing changed.
if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
dotnet build "%ROOT%generator\Cli\Cli.csproj" -c Release -v q --nologo > "%ROOT%artifacts\build.log" 2>&1
if errorlevel 1 (
  type "%ROOT%artifacts\build.log" 1>&2
  exit /b 3
)
rem The server is a program of its own, built when it is asked for.
echo %* | findstr /i /r "\<serve\>" >nul
if errorlevel 1 goto run
dotnet build "%ROOT%generator\Server\Server.csproj" -c Release -v q --nologo > "%ROOT%artifacts\build.log" 2>&1
if errorlevel 1 (
  type "%ROOT%artifacts\build.log" 1>&2
  exit /b 3
)
:run
dotnet "%PROGRAM%" %*
exit /b %ERRORLEVEL%
