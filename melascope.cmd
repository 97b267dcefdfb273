@echo off
rem Melascope for Windows: without arguments the window, with arguments the command line. Builds first when sources are newer.
rem Exit codes are the program's own; 69 says that it could not be started.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%target"

call :fresh
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b 69
)
set /p JDK=<"%TARGET%\jdk.home"
set OPT_OUT_TRACKING=true
set OMP_WAIT_POLICY=PASSIVE
"%JDK%\bin\java.exe" "@%TARGET%\jvm.options" --module-path "%TARGET%\javafx" "-Dmelascope.home=%HOME_DIR%." -cp "%TARGET%\melascope.jar;%TARGET%\lib\*" io.github.melascope.Main %*
exit /b %ERRORLEVEL%

:fresh
if not exist "%TARGET%\melascope.jar" exit /b 1
if not exist "%TARGET%\jvm.options" exit /b 1
if not exist "%TARGET%\jdk.home" exit /b 1
set "JDK="
set /p JDK=<"%TARGET%\jdk.home"
if not exist "%JDK%\bin\java.exe" exit /b 1
rem Newer than the last build: anything under src\main, the pom, or the file that remembers the JDK; and the jar ends a build.
powershell -NoProfile -NonInteractive -Command "$ErrorActionPreference='Stop'; $h=$env:HOME_DIR; $b=(Get-Item (Join-Path $h 'target\jdk.home')).LastWriteTimeUtc; if ((Get-Item (Join-Path $h 'target\melascope.jar')).LastWriteTimeUtc -lt $b) { exit 1 }; $s=@(Get-ChildItem (Join-Path $h 'src\main') -Recurse)+@(Get-ChildItem (Join-Path $h 'icons') -Recurse)+@(Get-Item (Join-Path $h 'pom.xml'),(Join-Path $h 'packaging\RememberJdk.java'),(Join-Path $h 'packaging\Icons.java')); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1) { exit 1 }; exit 0"
exit /b %ERRORLEVEL%

:build
echo melascope: building the program (the first time takes some minutes and downloads its libraries) 1>&2
if exist "%TARGET%\melascope.jar" del /q "%TARGET%\melascope.jar"
if exist "%TARGET%\melascope.jar" (
  echo melascope: the sources have changed, but the program is still running. Close it, then start it again. 1>&2
  exit /b 1
)
pushd "%HOME_DIR%"
call mvnw.cmd -B -q -DskipTests package 1>&2
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo melascope: the build failed; the lines above say why. It needs a JDK 25: install Temurin 25, or set JAVA_HOME to one. 1>&2
  exit /b 1
)
exit /b 0
