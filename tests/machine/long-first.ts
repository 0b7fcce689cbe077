import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, though some of them are small: begun last, one of them would run on alone. */
const LONG =
  /\/(?:browser\/(?:accessibility|desk|simulated-discord|whole-life)|journeys\/(?:acceptance\/clips|call|[a-z]*-?crash[a-z-]*|many-requests|never-paid-twice))\.test\.ts$/;

/** As Vitest does it, but the long ones first. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
