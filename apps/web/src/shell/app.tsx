import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useMemo } from 'react';
import { BrowserRouter } from 'react-router';
import { Toasts } from '../ui/toast.tsx';
import { Boundary } from './boundary.tsx';
import { queryClient } from './query-client.ts';
import { Router } from './router.tsx';
import { themeOf, useScheme } from './theme.ts';

/** The whole page: what every screen stands in. */
export const App = () => {
  const { scheme } = useScheme();
  const theme = useMemo(() => themeOf(scheme), [scheme]);
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <Boundary>
            <Router />
          </Boundary>
        </BrowserRouter>
        <Toasts />
      </QueryClientProvider>
    </ConfigProvider>
  );
};
