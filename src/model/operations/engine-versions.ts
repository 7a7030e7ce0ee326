import { filtered, type Filter } from './filters.ts';
import { pageOf, type PageInput } from './page.ts';
import { accept, isRefusal, type Operation } from './reply.ts';

/** The version of clusters that ask for none. */
export const defaultEngineVersion = '1.3.2.1';

/** Versions that AWS has named (Neptune User Guide, "Engine releases for Amazon Neptune", read 2026-11-27), and the default. */
const versions = [
  ...['1.2.0.0', '1.2.0.1', '1.2.0.2', '1.2.1.0', '1.2.1.1'],
  ...['1.3.0.0', '1.3.1.0', defaultEngineVersion],
];

/** DescribeDBEngineVersionsMessage. */
export interface DescribeVersionsInput extends PageInput {
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DBParameterGroupFamily?: string | undefined;
  readonly DefaultOnly?: boolean | undefined;
  readonly Filters?: readonly Filter[] | undefined;
}

/** DBEngineVersion as far as the model knows it. */
export type EngineVersionShape = ReturnType<typeof versionShape>;

/** DescribeDBEngineVersions: those of Neptune, among which a cluster of the model may have any other. Fault: InvalidParameterValue. */
export const describeDBEngineVersions: Operation<
  DescribeVersionsInput,
  { readonly Marker?: string; readonly DBEngineVersions: readonly EngineVersionShape[] }
> = (world, _caller, input) => {
  const { Engine: engine = 'neptune', EngineVersion, DBParameterGroupFamily: family, DefaultOnly } = input;
  const chosen = versions
    .map(versionShape)
    .filter(
      (each) =>
        engine === each.Engine &&
        (!EngineVersion || EngineVersion === each.EngineVersion) &&
        (!family || family === each.DBParameterGroupFamily) &&
        (DefaultOnly !== true || each.EngineVersion === defaultEngineVersion),
    );
  const left = filtered(chosen, input.Filters, {});
  if (isRefusal(left)) return [world, left];
  const page = pageOf(left, (each) => each.EngineVersion, input);
  if (isRefusal(page)) return [world, page];
  return [world, accept({ ...page.marker, DBEngineVersions: page.items })];
};

const versionShape = (version: string) => ({
  Engine: 'neptune',
  EngineVersion: version,
  DBParameterGroupFamily: `neptune${version.split('.').slice(0, 2).join('.')}`,
  DBEngineDescription: 'Amazon Neptune',
});
