import { describe, expect, it } from 'vitest';
import { scrub } from './scrub';

describe('scrub', () => {
  it.each([
    ['Bearer abc.def-ghi_jkl', 'Bearer [token]'],
    ['authorization: Bearer abcdef123456', 'authorization: [secret] [token]'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl end', 'jwt [token] end'],
    ['opened smartspace://reset-password?token=abc123&x=1 now', 'opened [link] now'],
    ['"SmartSpace:reset-password/abc123"', '"[link]'],
    ['https://app.example/reset-password?token=abc123&x=1', 'https://app.example/reset-password?token=[secret]&x=1'],
    ['reset-password?token%3Dabc123', 'reset-password?token%3D[secret]'],
    ['{"refreshToken":"abc"}', '{"refreshToken":[secret]}'],
    ['password=hunter2; next', 'password=[secret]; next'],
    ['Senha: segredo', 'Senha: [secret]'],
    ['from ana.maria+x@empresa.com.br to', 'from [e-mail] to'],
    ['joão@exemplo.com', '[e-mail]'],
    ['CPF 123.456.789-09.', 'CPF [cpf].'],
    ['12345678909', '[number]'],
    ['+5511912345678', '[number]'],
    ['call (11) 91234-5678 now', 'call [phone] now'],
    ['+55 11 91234-5678', '[phone]'],
    ['11 3123 4567', '[phone]'],
    ['91234-5678', '[phone]'],
  ])('masks %j', (text, masked) => {
    expect(scrub(text)).toBe(masked);
  });

  it.each([
    'status 503 after 15000 ms',
    '2026-11-22T12:40:00.000Z',
    'attendanceId 9f1c2d3e-aaaa-4bbb-8ccc-0123456789ab',
    'net::ERR_CONNECTION_REFUSED',
    'readPresence: queues.0.channel',
    'realtimeService.ts:120:15',
  ])('leaves %j as it is', (text) => {
    expect(scrub(text)).toBe(text);
  });
});
