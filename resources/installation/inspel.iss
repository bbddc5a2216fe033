; Gör ett installationsprogram för Windows av mappen dist\inspel: se docs/bygga.md.
; Det installerar för en användare, utan administratör.

#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6A0B54A2-5D0E-4C38-9B7E-0B8C9E6E3F51}
AppName=Inspel
AppVersion={#Version}
AppVerName=Inspel {#Version}
DefaultDirName={userpf}\Inspel
DefaultGroupName=Inspel
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=inspel-{#Version}
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
UninstallDisplayIcon={app}\inspel.exe
WizardStyle=modern

[Languages]
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"

[Files]
Source: "..\..\dist\inspel\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Inspel"; Filename: "{app}\inspel.exe"
Name: "{userdesktop}\Inspel"; Filename: "{app}\inspel.exe"; Tasks: skrivbord

[Tasks]
Name: "skrivbord"; Description: "Lägg en genväg på skrivbordet"; Flags: unchecked

[Registry]
Root: HKCU; Subkey: "Software\Classes\.inspel"; ValueType: string; ValueData: "Inspel.Omgang"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Inspel.Omgang"; ValueType: string; ValueData: "Omgång av inspel"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Inspel.Omgang\DefaultIcon"; ValueType: string; ValueData: "{app}\inspel.exe,0"
Root: HKCU; Subkey: "Software\Classes\Inspel.Omgang\shell\open\command"; ValueType: string; ValueData: """{app}\inspel.exe"" ""%1"""

[Run]
Filename: "{app}\inspel.exe"; Description: "Öppna Inspel"; Flags: nowait postinstall skipifsilent
