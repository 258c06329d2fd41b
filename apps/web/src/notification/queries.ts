import type { InputOf } from '@mofan/contracts/api';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../http/read.ts';
import { request } from '../http/request.ts';

type PageOnly = NonNullable<InputOf<'GET /api/notifications'>['query']>;

export const useNotifications = (page: PageOnly) =>
  useQuery({
    queryKey: ['notifications', page],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => read('GET /api/notifications', { query: page }, signal),
  });

export const useMarkRead = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (notificationIds: string[]) => request('POST /api/notifications/read', { body: { notificationIds } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
};
