; Included by the installer that electron-builder makes. The app registers its links itself, at run time and for the
; user; nobody but the uninstaller can take that back. An update runs the old version's uninstaller, too: links stay.

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\smartspace"
  ${endIf}
!macroend
