// Office.js sets these to null; main pages of others rely on them, and so may we.
window.piidocsHistory = { pushState: history.pushState, replaceState: history.replaceState };
