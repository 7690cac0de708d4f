/** The part of html-to-text (which has no types of its own) that we use. */
declare module "html-to-text" {
  export interface HtmlElement {
    name: string;
    attribs: Readonly<Record<string, string>>;
    children: HtmlElement[];
  }
  export interface TextBuilder {
    metadata: unknown;
    openBlock(options?: { leadingLineBreaks?: number }): void;
    closeBlock(options?: { trailingLineBreaks?: number }): void;
    addInline(text: string): void;
    addLiteral(text: string): void;
  }
  export type Formatter = (element: HtmlElement, walk: (children: HtmlElement[], builder: TextBuilder) => void, builder: TextBuilder, options: Readonly<Record<string, unknown>>) => void;
  export interface ConvertOptions {
    wordwrap?: number | false;
    baseElements?: { selectors?: string[]; orderBy?: "selectors" | "occurrence"; returnDomByDefault?: boolean };
    formatters?: Record<string, Formatter>;
    limits?: { maxInputLength?: number; maxDepth?: number; maxBaseElements?: number };
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
  }
  export function compile(options?: ConvertOptions): (html: string, metadata?: unknown) => string;
}
