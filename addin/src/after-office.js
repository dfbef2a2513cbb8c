// Restores what Office.js took away, where it was loaded and where it was not.
history.pushState = window.piidocsHistory.pushState;
history.replaceState = window.piidocsHistory.replaceState;
delete window.piidocsHistory;
