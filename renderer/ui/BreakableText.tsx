import { Fragment } from 'react';

/** After what separates the parts of a path, an address or a list, and before the dot of an ending or a domain. */
const seam = /(?<=[/\\,;=&?@_])(?![/\\])|(?<!\.)(?=\.\w)/;

/** A path, an address or the like that may go over several lines: between its parts rather than within a word. */
export const BreakableText = ({ text }: { readonly text: string }) =>
  text.split(seam).map((part, index) => (
    // The parts of one text: their places are all that tells them apart.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
