import { Background, Controls, Handle, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { thumbnailUrl } from '@/api/media';
import type { Asset, Lineage } from '@/api/types';
import { cx } from '@/lib/cx';
import { layersOf } from './layers';
import type { LineageView } from './view';

interface Props {
  filmId: string;
  lineage: Lineage;
  view: LineageView;
}

type AssetNode = Node<{ asset: Asset; filmId: string; asked: boolean }, 'asset'>;

const across = 300;
const down = 92;

/** The lineage as a graph: what something was made from stands left of it. Made ready apart, for it brings a library of its own. */
export default function LineageGraph({ filmId, lineage, view }: Props) {
  const { t } = useTranslation();
  const nodes = useMemo<AssetNode[]>(() => {
    const byId = new Map(lineage.nodes.map((node) => [node.id, node]));
    const way = view.direction === 'up' ? -1 : 1;
    return layersOf(lineage).map(({ id, layer, row, of }) => ({
      id,
      type: 'asset',
      position: { x: way * layer * across, y: (row - (of - 1) / 2) * down },
      data: { asset: byId.get(id)!, filmId, asked: layer === 0 },
    }));
  }, [lineage, filmId, view.direction]);
  const edges = useMemo<Edge[]>(
    () =>
      lineage.edges.map(({ parentId, childId, kind }) => ({
        id: `${parentId} ${kind} ${childId}`,
        source: childId,
        target: parentId,
        label: t(`lineage.kinds.${kind}`, { defaultValue: kind }),
      })),
    [lineage, t],
  );
  return (
    <div className="lineage-graph">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements={lineage.nodes.length > 60}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

const AssetBox = memo(function AssetBox({ data: { asset, filmId, asked } }: NodeProps<AssetNode>) {
  const { t } = useTranslation();
  const url = thumbnailUrl(asset, 320);
  return (
    <>
      <Handle type="target" position={Position.Left} />
      <Link to={`/f/${filmId}/a/${asset.id}`} className={cx('lineage-node', asked && 'asked')}>
        {url && !asset.media?.contentType.startsWith('audio/') ? (
          <img src={url} alt="" loading="lazy" decoding="async" />
        ) : (
          <span className="lineage-none" />
        )}
        <span className="lineage-name">
          <strong className="cut">{asset.code ?? asset.name}</strong>
          <span className="small faint cut">{t(`library.types.${asset.type}`, { defaultValue: asset.type })}</span>
        </span>
      </Link>
      <Handle type="source" position={Position.Right} />
    </>
  );
});

const nodeTypes = { asset: AssetBox };
