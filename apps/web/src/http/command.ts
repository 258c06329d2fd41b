import type { InputOf, OutputOf, Route } from '@mofan/contracts/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { forever } from './freshness.ts';
import { rememberPosition } from './position.ts';
import { request } from './request.ts';
import { uuid } from './uuid.ts';

/** The routes that write: they answer with the place in the log. */
type Command = { [R in Route]: OutputOf<R> extends { position: string } ? R : never }[Route];

/**
 * Sends a command. Its idempotency key is made when the form opens and renewed after success, so that a second
 * click or a try after a broken line writes once. Afterwards everything on screen is read anew.
 */
export function useCommand<R extends Command>(route: R, onDone?: (input: InputOf<R>) => void) {
  const key = useRef(uuid());
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<R>) => request(route, input, { idempotencyKey: key.current }),
    onSuccess: async (recorded, input) => {
      key.current = uuid();
      rememberPosition((recorded as { position: string }).position);
      onDone?.(input);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== forever });
    },
  });
}
