import '../ui/staff.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { createQueryClient } from '../api/query-client.ts'
import { registerWorker } from '../portal/pwa/register-worker.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { styleNonce } from '../ui/style-nonce.ts'
import { SessionGuard } from './session-guard.tsx'
import { STAFF_THEME } from './staff-theme.ts'
import { StaffRoutes } from './staff-routes.tsx'

export function mount(root: HTMLElement): void {
  registerWorker()
  createRoot(root).render(
    <StrictMode>
      <StaffApp />
    </StrictMode>,
  )
}

function StaffApp() {
  const [queries] = useState(createQueryClient)
  return (
    <ErrorBoundary>
      <ConfigProvider
        locale={zhCN}
        theme={STAFF_THEME}
        button={{ autoInsertSpace: false }}
        csp={{ nonce: styleNonce() }}
      >
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <SessionGuard>
              <StaffRoutes />
            </SessionGuard>
          </BrowserRouter>
        </QueryClientProvider>
      </ConfigProvider>
    </ErrorBoundary>
  )
}
