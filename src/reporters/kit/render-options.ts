/** How a document is to be rendered. */
export interface RenderOptions {
  /** Whether the reader can show colours. */
  readonly color: boolean;
  /** Whether the text of a run tells all that is known; on one page unless set. */
  readonly verbose?: boolean;
}
