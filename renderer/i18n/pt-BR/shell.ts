import about from './about.json';
import attendances from './attendances.json';
import leaving from './leaving.json';
import preferences from './preferences.json';
import profile from './profile.json';
import queues from './queues.json';
import shell from './shell.json';
import updates from './updates.json';

export const texts = { about, attendances, leaving, preferences, profile, queues, shell, updates };
