import microsoft from './microsoft.json';
import password from './password.json';

export const texts = { microsoft, password };
