@echo off
rem Stands in for the services of an installation: each one says that it is up.
rem The ping is the batch file's way to let a moment pass.
set ROOM=stage
echo [%~n0] starting the services of the %ROOM%
for %%s in (sound light video) do (
    ping -n 1 127.0.0.1 >nul
    echo [%~n0] %%s is up
)
echo [%~n0] all services are up
exit /b 0
