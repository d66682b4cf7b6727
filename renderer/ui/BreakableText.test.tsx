import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BreakableText } from './BreakableText';

/** The text with a bar wherever a line may end. */
const withSeams = (text: string) => {
  const { container } = render(<BreakableText text={text} />);
  expect(container.textContent).toBe(text);
  return container.innerHTML.replaceAll('<wbr>', '|').replaceAll('&amp;', '&');
};

it.each([
  ['/etc/smartspace-desktop/policies.json', '/|etc/|smartspace-desktop/|policies|.json'],
  [String.raw`HKLM\Software\Policies\Smartspace`, String.raw`HKLM\|Software\|Policies\|Smartspace`],
  ['https://smartspace.empresa.example/a', 'https://|smartspace|.empresa|.example/|a'],
  ['http=a:80;https=b:81', 'http=|a:80;|https=|b:81'],
  ['password,microsoft', 'password,|microsoft'],
  ['estável', 'estável'],
  ['', ''],
])('lets %s end a line between its parts only', (text, expected) => {
  expect(withSeams(text)).toBe(expected);
});
