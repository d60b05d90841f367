import { SaxesParser } from 'saxes';

/** An element by its local name, with what is in it; attributes are nothing that is read here. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly children: XmlElement[];
  text: string;
};

const MAX_DEPTH = 32;

/** Why a document is not read. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly isDeclaration: boolean;

  constructor(message: string, { isDeclaration = false } = {}) {
    super(message);
    this.isDeclaration = isDeclaration;
  }
}

/**
 * Reads well-formed XML with namespaces into a tree. A document that declares a type, and with it entities, is refused.
 * @throws {XmlFault}
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', namespace: '', children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a document type', { isDeclaration: true });
  });
  parser.on('opentag', ({ local, uri }) => {
    if (open.length > MAX_DEPTH) throw new XmlFault('nested too deep');
    const element: XmlElement = { name: local, namespace: uri, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [document] = root.children;
  if (!document) throw new XmlFault('no element');
  return document;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((it) => it.name === name && it.namespace === element.namespace);
}

/** The text of the first child of that name; empty where there is none. */
export function textIn(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}
