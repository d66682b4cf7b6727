import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { microsoftFailureSchema } from '../../../shared/state/microsoft';
import { classifyMicrosoftError } from './classifyMicrosoftError';

const correlationId = '7c0b4ef6-2f5d-4c8e-9b1a-3d2e1f0a9b8c';
const thrown = (errorCode: string, errorMessage = '', subError = '') =>
  Object.assign(new Error(`${errorCode}: ${errorMessage}`), { errorCode, errorMessage, subError, correlationId });

describe('classifyMicrosoftError', () => {
  it.each([
    ['the agent declined', thrown('access_denied', 'AADSTS65004: User declined to consent.'), 'declined'],
    ['the agent pressed cancel', thrown('access_denied'), 'declined'],
    ['not assigned, asked by the agent', thrown('access_denied', 'AADSTS50105: not assigned'), 'not-assigned'],
    ['not assigned, renewing', thrown('invalid_grant', 'AADSTS50105: not assigned'), 'not-assigned'],
    ['an account of another tenant', thrown('access_denied', 'AADSTS50020: no account here'), 'not-assigned'],
    ['nobody consented', thrown('invalid_grant', 'AADSTS65001: no consent', 'consent_required'), 'approval-needed'],
    ['only an administrator may consent', thrown('access_denied', 'AADSTS90094: permission'), 'approval-needed'],
    ['consent without a number', thrown('invalid_grant', '', 'consent_required'), 'approval-needed'],
    ['a second factor', thrown('interaction_required', 'AADSTS50076: MFA', 'basic_action'), 'sign-in-again'],
    ['a dead refresh token', thrown('invalid_grant', 'AADSTS700082: expired', 'bad_token'), 'sign-in-again'],
    ['a grant refused without a reason', thrown('invalid_grant'), 'sign-in-again'],
    ['nobody remembered', thrown('no_account_in_silent_request'), 'sign-in-again'],
    ['a device that is not managed', thrown('access_denied', 'AADSTS53000: device state'), 'browser-needed'],
    ['a device that has to be compliant', thrown('interaction_required', 'AADSTS530003: device'), 'browser-needed'],
    ['a device that has to be joined', thrown('invalid_grant', 'AADSTS53001: domain joined'), 'browser-needed'],
    ['no network at the discovery', thrown('endpoints_resolution_error'), 'unreachable'],
    ['no network at the token', thrown('network_error'), 'unreachable'],
    ['a number nobody knows yet', thrown('access_denied', 'AADSTS99999: news'), 'declined'],
    ['a code nobody knows yet', thrown('something_new'), 'other'],
    ['no error of the library', new Error('openBrowser failed'), 'other'],
    ['no error at all', undefined, 'other'],
  ] as const)('tells of %s', (_, error, failure) => {
    expect(classifyMicrosoftError(error).failure).toBe(failure);
  });

  it('gives a line to copy: code, sub-error, number and correlation id', () => {
    const error = thrown('interaction_required', 'AADSTS50076: Due to a change', 'basic_action');
    expect(classifyMicrosoftError(error).detail).toBe(
      `interaction_required · basic_action · AADSTS50076 · ${correlationId}`,
    );
  });

  it('copies nothing of a message: no address, code, token or e-mail', () => {
    const error = thrown(
      'invalid_grant',
      'AADSTS50105: fernanda.lima@boreal.example at https://login.example/?code=0.AXoA with eyJhbGciOi.payload',
    );
    expect(classifyMicrosoftError(error).detail).toBe(`invalid_grant · AADSTS50105 · ${correlationId}`);
    const odd = thrown('https://login.example/?code=0.AXoA', error.errorMessage);
    expect(classifyMicrosoftError(odd)).toEqual({ failure: 'other', detail: 'unknown_error' });
  });

  it('has an answer for whatever is thrown, in a line of the form it promises', () => {
    const field = fc.oneof(fc.string(), fc.anything());
    const anyError = fc.oneof(
      fc.anything(),
      fc.record({ errorCode: field, subError: field, errorMessage: field, correlationId: field }),
    );
    fc.assert(
      fc.property(anyError, (error) => {
        const { failure, detail } = classifyMicrosoftError(error);
        expect(microsoftFailureSchema.options).toContain(failure);
        expect(detail).toMatch(/^\w{1,64}( · [\w-]{1,64}){0,3}$/);
      }),
    );
  });
});
