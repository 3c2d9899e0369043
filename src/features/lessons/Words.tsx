import { Fragment } from 'react';
import type { Block, Inline } from '@/lessons/format/prose';
import { Term } from './Term';

/** Blocks of lesson prose. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => {
    switch (block.type) {
      case 'paragraph':
        return (
          <p key={index}>
            <Words nodes={block.children} />
          </p>
        );
      case 'list': {
        const items = block.items.map((item, at) => (
          <li key={at}>
            <Words nodes={item} />
          </li>
        ));
        return block.ordered ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
      }
      case 'code':
        return (
          <pre key={index}>
            <code>{block.text}</code>
          </pre>
        );
      case 'table':
        return <ProseTable key={index} {...block} />;
    }
  });
}

function ProseTable({ head, rows }: Extract<Block, { type: 'table' }>) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col">
              <Words nodes={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at}>
                <Words nodes={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Words({ nodes }: { nodes: readonly Inline[] }) {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return <Fragment key={index}>{node}</Fragment>;
    if (node.type === 'code') return <code key={index}>{node.text}</code>;
    const words = <Words nodes={node.children} />;
    switch (node.type) {
      case 'strong':
        return <strong key={index}>{words}</strong>;
      case 'emphasis':
        return <em key={index}>{words}</em>;
      case 'term':
        return (
          <Term key={index} id={node.id}>
            {words}
          </Term>
        );
      case 'lesson':
        return (
          <a key={index} href={`#/lesson/${node.id}`}>
            {words}
          </a>
        );
      case 'link':
        return (
          <a key={index} href={node.href} target="_blank" rel="noreferrer">
            {words}
          </a>
        );
    }
  });
}

/** A plain text with `code` between backticks. */
export function Plain({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
