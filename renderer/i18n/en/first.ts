import common from './common.json';
import login from './login.json';
import problems from './problems.json';

export const texts = { common, login, problems };
