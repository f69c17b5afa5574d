import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { reportDocument } from './report-document.js';
import { reportPdf } from './report-pdf.js';
import { reportText } from './report-text.js';
import { drafted, signed } from './report-parts.story.js';
test('look', async () => {
  const png = await sharp({ create: { width: 200, height: 400, channels: 3, background: '#444' } })
    .greyscale()
    .png()
    .toBuffer();
  const pictures = [
    { png, words: 'DXA image, lumbar spine' },
    { png, words: 'DXA image, left hip' },
  ];
  writeFileSync('/tmp/rep-draft.pdf', await reportPdf(reportDocument(drafted), pictures, new Date(0)));
  writeFileSync('/tmp/rep-signed.pdf', await reportPdf(reportDocument(signed), pictures, new Date(0)));
  writeFileSync('/tmp/rep.txt', reportText(reportDocument(signed)));
});
