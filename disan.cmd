@echo off
chcp 65001 >nul
wsl.exe -e true >nul 2>nul && (wsl.exe --cd "%~dp0." -e ./disan %* & exit /b)
echo Trên Windows, Di Sản Số chạy trong WSL 2. Hãy mở PowerShell với quyền quản trị, chạy "wsl --install", khởi động lại máy, cài Node.js trong WSL rồi chạy lại lệnh này.
echo On Windows, Di Sản Số runs inside WSL 2. Open PowerShell as administrator, run "wsl --install", restart, install Node.js inside WSL, and run this command again.
exit /b 1
