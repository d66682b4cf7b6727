import { contextBridge, ipcRenderer } from 'electron';
import { eventVerbs, requestVerbs } from '../../shared/ipc/desktop';
import { paintedChannel } from '../../shared/ipc/painted';
import { keepEarlySubmit } from './keepEarlySubmit';

// Named verbs only: a page can neither choose a channel nor see Electron's event object, which would lead to the sender.
const ask = (channel: string) => (argument?: unknown) => ipcRenderer.invoke(channel, argument);

const subscribe = (channel: string) => (listener: (payload: unknown) => void) => {
  const onMessage = (_event: unknown, payload: unknown) => {
    listener(payload);
  };
  ipcRenderer.on(channel, onMessage);
  return () => {
    ipcRenderer.off(channel, onMessage);
  };
};

const mapValues = <Value>(verbs: Readonly<Record<string, string>>, make: (channel: string) => Value) =>
  Object.fromEntries(Object.entries(verbs).map(([verb, channel]) => [verb, make(channel)]));

const desktop = { ...mapValues(requestVerbs, ask), ...mapValues(eventVerbs, subscribe) };

// Both tables are typed against the contract: this is the `Desktop` of shared/ipc/desktop.ts.
contextBridge.exposeInMainWorld('desktop', desktop);

// Only the login is sent by a form before there are scripts; other forms come with theirs.
if (location.pathname.startsWith('/login.')) keepEarlySubmit();

// Main keeps still until the first paint; see electron/main/index.ts.
new PerformanceObserver((entries, observer) => {
  if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
  observer.disconnect();
  ipcRenderer.send(paintedChannel);
}).observe({ type: 'paint', buffered: true });
