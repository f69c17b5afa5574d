import { atLeast, atMost, reportText } from './report.js';

it('is told as a table, with what is durable and which floor was not met', () => {
  const floors = [atLeast('appends', { asked: 1000, found: 999.4, unit: 'a second' }), atMost('p95', { asked: 1000, found: 20, unit: 'ms' })];
  expect(reportText({ title: 'Append', durable: 'nothing', notes: ['One round.'], head: ['what', 'rate'], rows: [['single', '999']], floors })).toBe(
    [
      '### Append',
      '',
      'Durable: nothing',
      'One round.',
      '',
      '| what | rate |',
      '| --- | ---: |',
      '| single | 999 |',
      '',
      '| floor | asked | found |  |',
      '| --- | ---: | ---: | ---: |',
      '| appends | at least 1,000 a second | 999 a second | NOT met |',
      '| p95 | at most 1,000 ms | 20 ms | met |',
      '',
    ].join('\n'),
  );
});
