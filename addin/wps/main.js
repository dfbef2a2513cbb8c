// What WPS calls by name from ribbon.xml. Old syntax throughout: some of its browsers are years old.

var PANE = 'piidocs.pane.wps';

function OnAddinLoad() {
  return true;
}

function OnAction() {
  var storage = window.Application.PluginStorage;
  var id = storage.getItem(PANE);
  var pane = id ? window.Application.GetTaskPane(id) : null;
  if (!pane) {
    pane = window.Application.CreateTaskPane(window.location.origin + '/');
    storage.setItem(PANE, pane.ID);
    pane.Visible = true;
  } else {
    pane.Visible = !pane.Visible;
  }
  return true;
}

function GetImage() {
  return window.location.origin + '/assets/icon-32.png';
}
