@echo off
rem Runs every test. On Windows nothing is installed: tests that need LibreOffice, poppler or qpdf name what is missing.
setlocal
cd /d %~dp0
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
dotnet build PiiDocs.sln -v q --nologo || exit /b 1
where npm >nul 2>nul && pushd addin && call npm ci --silent --no-audit --no-fund && call npm run --silent check && call node --test && popd || exit /b 1
dotnet test PiiDocs.sln --no-build -v q --nologo
exit /b %ERRORLEVEL%
