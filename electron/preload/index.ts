import { contextBridge, ipcRenderer } from 'electron';
import { eventVerbs, requestVerbs } from '../../shared/ipc/desktop';

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
