import { asStored, inverted, moved, styleOf, windowed, zoomed } from './viewport.js';

describe('the view of an image', () => {
  it('zooms between fitted and twelve times, keeping its middle', () => {
    const closer = moved(zoomed(asStored, 2), 10, -4);
    expect(zoomed(closer, 2)).toMatchObject({ zoom: 4, x: 20, y: -8 });
    expect(zoomed(closer, 100).zoom).toBe(12);
  });

  it('is centred again when it is fitted, and does not move then', () => {
    expect(zoomed(moved(zoomed(asStored, 2), 30, 30), 0.1)).toEqual(asStored);
    expect(moved(asStored, 30, 30)).toEqual(asStored);
  });

  it('windows by dragging, within bounds', () => {
    expect(windowed(asStored, 200, 200)).toMatchObject({ contrast: 2, brightness: 0.5 });
    expect(windowed(asStored, 5000, -5000)).toMatchObject({ contrast: 6, brightness: 4 });
  });

  it('is drawn by CSS alone', () => {
    expect(styleOf(inverted(zoomed(asStored, 2)))).toEqual({
      transform: 'translate(0px, 0px) scale(2)',
      filter: 'invert(1) brightness(1) contrast(1)',
    });
    expect(inverted(inverted(asStored))).toEqual(asStored);
  });
});
