import { bmdFigure, heightFigure, scoreFigure, sizeFigure, weightFigure } from './figures.js';

describe('figures', () => {
  it('print scores with one decimal and a true minus sign', () => {
    expect([-2.3, 0.4, -1, 0].map(scoreFigure)).toEqual(['−2.3', '0.4', '−1.0', '0.0']);
  });

  it('round half away from zero in decimal arithmetic, so that text and class agree', () => {
    expect([-2.45, -2.55, 1.05, -0.04].map(scoreFigure)).toEqual(['−2.5', '−2.6', '1.1', '0.0']);
  });

  it('leave out what is absent', () => {
    expect([
      scoreFigure(undefined),
      bmdFigure(undefined),
      sizeFigure(undefined),
      heightFigure(undefined),
      weightFigure(undefined),
    ]).toEqual(['', '', '', undefined, undefined]);
  });

  it('print BMD with three decimals, sizes with two, the body in cm and kg', () => {
    expect([bmdFigure(0.7), sizeFigure(11.312), heightFigure(1.62), weightFigure(64.52)]).toEqual([
      '0.700',
      '11.31',
      '162 cm',
      '64.5 kg',
    ]);
  });
});
