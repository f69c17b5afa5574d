/** How an image is shown: zoom (1 = fitted), shift in CSS pixels, inverted, brightness and contrast (1 = as stored). */
export interface Viewport {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly inverted: boolean;
  readonly brightness: number;
  readonly contrast: number;
}

/** The whole image, as it was stored. */
export const asStored: Viewport = { zoom: 1, x: 0, y: 0, inverted: false, brightness: 1, contrast: 1 };

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

/** Zooms by a factor, between the fitted image and twelve times of it; fitted means centred. */
export const zoomed = (viewport: Viewport, factor: number): Viewport => {
  const zoom = within(viewport.zoom * factor, 1, 12);
  if (zoom === 1) return { ...viewport, zoom, x: 0, y: 0 };
  const grown = zoom / viewport.zoom;
  return { ...viewport, zoom, x: viewport.x * grown, y: viewport.y * grown };
};

/** Moves the image; a fitted one stays where it is. */
export const moved = (viewport: Viewport, dx: number, dy: number): Viewport =>
  viewport.zoom === 1 ? viewport : { ...viewport, x: viewport.x + dx, y: viewport.y + dy };

/** Window by dragging: to the right more contrast, upwards brighter; 200 pixels double or halve. */
export const windowed = (viewport: Viewport, dx: number, dy: number): Viewport => ({
  ...viewport,
  contrast: within(viewport.contrast * 2 ** (dx / 200), 0.25, 6),
  brightness: within(viewport.brightness * 2 ** (-dy / 200), 0.25, 4),
});

export const inverted = (viewport: Viewport): Viewport => ({ ...viewport, inverted: !viewport.inverted });

/** CSS of the image element. The window works on what the eye sees, so inversion comes first. */
export const styleOf = ({
  zoom,
  x,
  y,
  inverted: negative,
  brightness,
  contrast,
}: Viewport): { transform: string; filter: string } => ({
  transform: `translate(${x}px, ${y}px) scale(${zoom})`,
  filter: `invert(${negative ? 1 : 0}) brightness(${brightness}) contrast(${contrast})`,
});
