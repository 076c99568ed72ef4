import { arrowPath, pathOf, space, type Mark } from './drawing';

/** Strokes twice: a dark edge below, so that they are seen on light and dark alike. */
export function Marks({ marks, shape }: { marks: readonly Mark[]; shape: number }) {
  return (['edge', 'ink'] as const).map((layer) => (
    <g key={layer} className={layer}>
      {marks.map((mark, index) =>
        mark.kind === 'text' ? (
          <text key={index} x={mark.at[0] * space * shape} y={mark.at[1] * space}>
            {mark.text}
          </text>
        ) : (
          <path key={index} d={mark.kind === 'pen' ? pathOf(mark.points, shape) : arrowPath(mark.from, mark.to, shape)} />
        ),
      )}
    </g>
  ));
}
