import { useQuery } from '@tanstack/react-query';
import { useRef, type PointerEvent } from 'react';
import { picture } from '../imaging/acquisitions.api.js';
import { Failure } from '../shell/failure.view.js';
import { useObjectUrl } from '../shell/object-url.view.js';
import { Waiting } from '../shell/waiting.view.js';
import type { Instance } from './studies.api.js';
import styles from './viewer.module.css';
import { moved, styleOf, windowed, zoomed, type Viewport } from './viewport.js';

interface Props {
  readonly instance: Instance;
  readonly alt: string;
  readonly viewport: Viewport;
  readonly onView: (change: (viewport: Viewport) => Viewport) => void;
  readonly onShown: () => void;
}

const windows = (event: PointerEvent): boolean => event.shiftKey || (event.buttons & 2) === 2;

/** Dragging moves the image; with the right button or shift it sets the window. */
const useDrag = (onView: Props['onView']) => {
  const last = useRef<{ x: number; y: number }>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = last.current;
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      last.current = { x: event.clientX, y: event.clientY };
      const drag = windows(event) ? windowed : moved;
      onView((viewport) => drag(viewport, dx, dy));
    },
    onPointerUp: () => {
      last.current = undefined;
    },
  };
};

/** One image, big: wheel zooms, dragging moves, dragging with shift sets brightness and contrast. */
export const Stage = ({ instance, alt, viewport, onView, onShown }: Props) => {
  const { data: bytes, error, refetch } = useQuery(picture(instance.acquisitionId, instance.sopInstanceUID));
  const url = useObjectUrl(bytes);
  const drag = useDrag(onView);
  return (
    <div
      className={styles.stage}
      {...drag}
      onWheel={({ deltaY }) => onView((view) => zoomed(view, deltaY < 0 ? 1.2 : 1 / 1.2))}
      onContextMenu={(event) => event.preventDefault()}
      onDoubleClick={() => onView((view) => zoomed(view, view.zoom > 1 ? 0.01 : 2.5))}
    >
      {error && <Failure error={error} again={refetch} />}
      {!error && !url && <Waiting what="Loading the image" />}
      {url && <img src={url} alt={alt} style={styleOf(viewport)} onLoad={onShown} draggable={false} />}
    </div>
  );
};
