import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Connection, followEvents } from './follow-events.ts';
import { createRefresh } from './refresh.ts';

/** Keeps what is shown up to date for as long as the page is there, and says whether it is connected. */
export function useEvents(): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('live');
  useEffect(() => followEvents(createRefresh(client), setConnection), [client]);
  return connection;
}
