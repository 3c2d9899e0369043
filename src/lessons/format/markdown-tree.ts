import type { Token, Tokens } from 'marked';
import type { Block, Inline } from './prose';

type Report = (message: string) => void;

/** One block of marked's tokens as one of ours. What the tree has no place for (HTML, images) is reported. */
export function toBlock(token: Token, report: Report): Block | undefined {
  switch (token.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toInline(token.tokens ?? [], report) };
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return { type: 'list', ordered, items: items.map((item) => itemOf(item, report)) };
    }
    case 'code': {
      const { lang, text } = token as Tokens.Code;
      return { type: 'code', language: lang ?? '', text };
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cell = ({ tokens }: Tokens.TableCell): Inline[] => toInline(tokens, report);
      return { type: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) };
    }
    default:
      report(`${nameOf(token)} cannot stand here: paragraphs, lists, tables and code blocks can`);
      return undefined;
  }
}

function itemOf(item: Tokens.ListItem, report: Report): Inline[] {
  return item.tokens.flatMap((token) => {
    if (token.type === 'text' || token.type === 'paragraph') {
      return toInline('tokens' in token ? (token.tokens ?? []) : [], report);
    }
    if (token.type !== 'space') report(`${nameOf(token)} cannot stand in a list`);
    return [];
  });
}

function toInline(tokens: readonly Token[], report: Report): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [unescape((token as Tokens.Text).text)];
      case 'codespan':
        return [{ type: 'code', text: (token as Tokens.Codespan).text }];
      case 'strong':
        return [{ type: 'strong', children: toInline(token.tokens ?? [], report) }];
      case 'em':
        return [{ type: 'emphasis', children: toInline(token.tokens ?? [], report) }];
      case 'br':
        return [' '];
      case 'link': {
        const link = token as Tokens.Link;
        return [linkTo(link.href, toInline(link.tokens, report), report)];
      }
      default:
        report(`${nameOf(token)} cannot stand in a text`);
        return [];
    }
  });
}

function linkTo(href: string, children: Inline[], report: Report): Inline {
  const [, scheme = '', rest = ''] = /^(term|lesson):(.+)$/.exec(href) ?? [];
  if (scheme === 'term' || scheme === 'lesson') return { type: scheme, id: rest, children };
  if (!/^https?:\/\//.test(href)) report(`the link to “${href}” is neither term:, lesson:, http: nor https:`);
  return { type: 'link', href, children };
}

const nameOf = ({ type }: Token): string => (type === 'html' ? 'HTML' : `“${type}”`);

/** A lexer's text is source, and source may write & and < as entities. */
function unescape(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
