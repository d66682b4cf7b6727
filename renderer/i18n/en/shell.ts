import attendances from './attendances.json';
import leaving from './leaving.json';
import profile from './profile.json';
import queues from './queues.json';
import shell from './shell.json';
import updates from './updates.json';

export const texts = { attendances, leaving, profile, queues, shell, updates };
