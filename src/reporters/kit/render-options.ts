/** How a document is to be rendered. */
export interface RenderOptions {
  /** Whether the reader can show colours. */
  readonly color: boolean;
}
