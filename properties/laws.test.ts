import { model, testLaws } from './law.ts';
import { documentFiles, files } from './laws/documents.ts';
import { families } from './laws/index.ts';
import { codec, roundTrips } from './laws/round-trips.ts';
import { sdk } from './laws/sdk.ts';

for (const family of families) testLaws(family, model);
for (const family of [roundTrips, sdk]) testLaws(family, codec);
testLaws(documentFiles, files);
