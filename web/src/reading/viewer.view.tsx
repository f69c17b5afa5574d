import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowsMinimize, IconContrast2, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { picture } from '../imaging/acquisitions.api.js';
import { useObjectUrl } from '../shell/object-url.view.js';
import { placeName } from './site-names.js';
import { Stage } from './stage.view.js';
import type { Instance } from './studies.api.js';
import styles from './viewer.module.css';
import { asStored, inverted, zoomed, type Viewport } from './viewport.js';

interface Props {
  readonly images: readonly Instance[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  /** Called when an image was painted in the big view. */
  readonly onShown: (image: Instance) => void;
}

const nameOf = ({ site, side }: Instance): string => (site ? placeName({ site, side }) : 'Image');

const Thumbnail = ({
  image,
  label,
  pressed,
  onPick,
}: {
  image: Instance;
  label: string;
  pressed: boolean;
  onPick: () => void;
}) => {
  const { data } = useQuery(picture(image.acquisitionId, image.sopInstanceUID));
  const url = useObjectUrl(data);
  return (
    <button type="button" className={styles.thumbnail} aria-pressed={pressed} aria-label={`Show ${label}`} onClick={onPick}>
      {url && <img src={url} alt="" />}
      <span aria-hidden>{nameOf(image)}</span>
    </button>
  );
};

const tools = [
  { label: 'Zoom in', Icon: IconZoomIn, change: (view: Viewport) => zoomed(view, 1.4) },
  { label: 'Zoom out', Icon: IconZoomOut, change: (view: Viewport) => zoomed(view, 1 / 1.4) },
  { label: 'Invert', Icon: IconContrast2, change: inverted },
  { label: 'Reset view', Icon: IconArrowsMinimize, change: () => asStored },
] as const;

const Slider = ({ label, value, onValue }: { label: string; value: number; onValue: (value: number) => void }) => (
  <label className={styles.slider}>
    {label}
    <input
      type="range"
      min={-2}
      max={2}
      step={0.05}
      value={Math.log2(value)}
      onChange={({ target }) => onValue(2 ** Number(target.value))}
    />
  </label>
);

const Toolbar = ({ view, onView }: { view: Viewport; onView: (change: (view: Viewport) => Viewport) => void }) => (
  <div className={styles.toolbar} role="toolbar" aria-label="Image">
    {tools.map(({ label, Icon, change }) => (
      <ActionIcon
        key={label}
        className={styles.tool}
        variant="transparent"
        size={30}
        aria-label={label}
        title={label}
        onClick={() => onView(change)}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    ))}
    <Slider label="Brightness" value={view.brightness} onValue={(brightness) => onView((now) => ({ ...now, brightness }))} />
    <Slider label="Contrast" value={view.contrast} onValue={(contrast) => onView((now) => ({ ...now, contrast }))} />
  </div>
);

/** The images of a study: one big, all as thumbnails. */
export const Viewer = ({ images, selected, onSelect, onShown }: Props) => {
  const [view, setView] = useState<Viewport>(asStored);
  const image = images[selected];
  const pick = (index: number) => {
    onSelect(Math.min(images.length - 1, Math.max(0, index)));
    setView(asStored);
  };
  useHotkeys([
    ['i', () => setView(inverted)],
    ['0', () => setView(asStored)],
    ['ArrowRight', () => pick(selected + 1)],
    ['ArrowLeft', () => pick(selected - 1)],
  ]);
  if (!image) return <div className={styles.empty}>There is no image of this exam.</div>;
  const label = (each: Instance, index: number) => `${nameOf(each)}, image ${index + 1} of ${images.length}`;
  return (
    <>
      <Toolbar view={view} onView={setView} />
      <Stage
        key={image.sopInstanceUID}
        instance={image}
        alt={label(image, selected)}
        viewport={view}
        onView={setView}
        onShown={() => onShown(image)}
      />
      <div className={styles.strip} role="group" aria-label="All images">
        {images.map((each, index) => (
          <Thumbnail
            key={each.sopInstanceUID}
            image={each}
            label={label(each, index)}
            pressed={index === selected}
            onPick={() => pick(index)}
          />
        ))}
      </div>
    </>
  );
};
