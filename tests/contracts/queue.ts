import { describe } from 'vitest';
import { queueDeliveries } from './queue-deliveries.ts';
import { queueOutcomes } from './queue-outcomes.ts';
import { type QueueUnderTest, setUpQueue } from './queue-set-up.ts';

/** What the queue must do on every Redis and on all records. */
export function queueContract(name: string, underTest: QueueUnderTest): void {
  describe(`queue: ${name}`, () => {
    const queue = setUpQueue(underTest);
    queueDeliveries(queue);
    queueOutcomes(queue);
  });
}
